/** How we say no: rules as sentences, problems as RFC 9457 documents. */
@NullMarked
package org.stepwell.platform.problem;

import org.jspecify.annotations.NullMarked;
