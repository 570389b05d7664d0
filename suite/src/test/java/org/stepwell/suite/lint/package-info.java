/** What a look at the tree can tell: what stands in URLs, and what must never be committed. */
@NullMarked
package org.stepwell.suite.lint;

import org.jspecify.annotations.NullMarked;
