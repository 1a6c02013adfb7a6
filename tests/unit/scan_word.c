/*
 * scan_word.c - scan.c for machines without SSE2.
 */
#undef __SSE2__
#include "scan.c"
