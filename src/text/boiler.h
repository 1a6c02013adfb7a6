/*
 * boiler.h - what each part of a page is: story, heading, caption, credit, or
 * the page's own furniture.
 *
 * By form and by the words in data/boiler, not by knowing a site:
 *
 *   title        a first line without a full stop, also when it comes twice
 *   heading      a short line without one, or a question, between paragraphs,
 *                but no item of a list, and nothing with a speaker's label;
 *                "FAQs" glued to the end of a paragraph, a question glued
 *                to its answer
 *   caption      what has a credit behind it ("... (Getty Images)"), or stands
 *                behind "open image in gallery"; "File photo: ..."
 *   credit       "(Vantor via Reuters)", "Photo: Jane Doe", "By Jane Doe",
 *                "Jane Doe, Chief Reporter", "Reporting by ...",
 *                "Source: ..."
 *   url          a line that is one
 *   boilerplate  "image", "ALSO READ: ..." also inside a paragraph, "Sign up
 *                to ...", dates of publication, bars ("Share | 214
 *                comments"), names of image files, the headlines below "Most
 *                read", what comes behind "Source: ..." at the end
 *   body         all else
 *
 * Place counts, too (walk.h, head.h): in the head of a page a name is a byline
 * and a word a button; a line beside a picture's credit is a caption; a box
 * ("list of 3 items" ... "end of list"), what comes behind "Topics", numbers
 * of pages and a mail's signature are boilerplate.
 *
 * A word that is a button elsewhere ("Help") is a heading between paragraphs.
 * Nothing is dropped: the parts of a block together are that block.
 */
#ifndef PK_BOILER_H
#define PK_BOILER_H

#include "block.h"
#include "sent.h"

/*
 * Cuts page->text into paragraphs and adds them to page->v as ROLE_NONE.  An
 * empty line always ends one; a line end does too, but not where the text is
 * broken to a width, or where a sentence plainly runs on.  Neither does where
 * the text is broken to a width with an empty line behind each.  ">" of
 * quoted mail is in no block's start.  Cost: linear.
 */
void boiler_lines(struct page *page);

/*
 * Gives each block of page->v with ROLE_NONE its role, and cuts it where a
 * part has another role; the parts keep its para.  Roles that are known stay,
 * but a caption's credit is cut off.  Sets whole, and the sentences of plain
 * paragraphs, cut by rules.  Cost: linear; the new array is in page->a.
 */
void boiler_roles(struct page *page, const struct sent_rules *rules);

#endif
