/*
 * mojibake.h - text that was UTF-8 and was read as something else.
 *
 *   "donâ€™t"          "don’t"     UTF-8 read as windows-1252
 *   "nÃƒÂ©"            "né"        the same, twice
 *   "РїСЂРё"           "при"       as windows-1251
 *   "voilÃ  le"         "voilà le"  its no-break space became a space
 *   "â€œbb+â€?"        "“bb+�"     one byte was lost
 *   U+0093 "yes" U+0094 "“yes”"     windows-1252 read as ISO-8859-1
 *
 * Each stretch of characters whose bytes in a code page are UTF-8 is judged
 * by what it is made of, by what it would become, and by its neighbours; what
 * could be meant as it is ("MARQUÉ…", "2 × £35") stays unless the rest of the
 * line is plainly broken in the same way.
 */
#ifndef PK_MOJIBAKE_H
#define PK_MOJIBAKE_H

#include "block.h"

/*
 * Repairs page->text, which is valid UTF-8; page->map follows.  To be called
 * before there are blocks.  Cost: linear; where no two characters beyond
 * ASCII meet that could be one, that of looking for them: 2 GB/s in English.
 */
void mojibake_repair(struct page *page);

#endif
