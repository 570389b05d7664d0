@NullMarked
package org.stepwell.enrollment.account;

import org.jspecify.annotations.NullMarked;
