@NullMarked
package org.stepwell.platform.consent;

import org.jspecify.annotations.NullMarked;
