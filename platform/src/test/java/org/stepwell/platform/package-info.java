/** The house rules hold for the house itself. */
@NullMarked
package org.stepwell.platform;

import org.jspecify.annotations.NullMarked;
