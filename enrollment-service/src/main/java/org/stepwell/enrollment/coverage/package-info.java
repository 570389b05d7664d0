/** By whom a patient is covered, what was approved in advance, and how much of it is used. */
@NullMarked
package org.stepwell.enrollment.coverage;

import org.jspecify.annotations.NullMarked;
