/** What our HTTP doors share, tried from inside. */
@NullMarked
package org.stepwell.platform.http;

import org.jspecify.annotations.NullMarked;
