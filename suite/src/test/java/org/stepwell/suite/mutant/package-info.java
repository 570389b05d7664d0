/** Broken guards still fit the code they break. */
@NullMarked
package org.stepwell.suite.mutant;

import org.jspecify.annotations.NullMarked;
