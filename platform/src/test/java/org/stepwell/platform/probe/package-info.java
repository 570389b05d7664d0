/** A small service of its own, on which the platform is tried. */
@NullMarked
package org.stepwell.platform.probe;

import org.jspecify.annotations.NullMarked;
