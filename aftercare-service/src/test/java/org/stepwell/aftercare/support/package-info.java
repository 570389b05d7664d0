@NullMarked
package org.stepwell.aftercare.support;

import org.jspecify.annotations.NullMarked;
