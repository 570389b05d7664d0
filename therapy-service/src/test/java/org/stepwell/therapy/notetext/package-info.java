/** Tests of what is written in a note. */
@NullMarked
package org.stepwell.therapy.notetext;

import org.jspecify.annotations.NullMarked;
