/**
 * The treatments of the program: the goals that each is given for, what it teaches, and who may answer for it; the house's, unless a
 * clinic says otherwise. What the sessions of a group are about, one after the other, scheduling keeps; here is the clinic's catalogue
 * from which a group's curriculum is put together.
 */
@NullMarked
package org.stepwell.therapy.modality;

import org.jspecify.annotations.NullMarked;
