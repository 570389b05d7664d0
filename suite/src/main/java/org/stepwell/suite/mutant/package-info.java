/** Breaks each guard of the house in a copy of the sources and sees that the test which watches it turns red. */
@NullMarked
package org.stepwell.suite.mutant;

import org.jspecify.annotations.NullMarked;
