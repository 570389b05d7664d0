/** What is written in a note: how it is sealed, what a signature still needs of it, and what looks wrong in it. */
@NullMarked
package org.stepwell.therapy.notetext;

import org.jspecify.annotations.NullMarked;
