/** First calls: nothing here says that anybody is a patient. */
@NullMarked
package org.stepwell.enrollment.inquiry;

import org.jspecify.annotations.NullMarked;
