/**
 * Two records of one person become one. The record that was made by mistake, under which nobody was ever in care, is closed;
 * what it holds goes with the other one. There is no way back: whoever merged by mistake registers the person anew.
 */
@NullMarked
package org.stepwell.enrollment.merge;

import org.jspecify.annotations.NullMarked;
