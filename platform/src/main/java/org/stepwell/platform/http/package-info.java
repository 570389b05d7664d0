/** What all our HTTP doors share: pages, versions, idempotency, strict JSON. */
@NullMarked
package org.stepwell.platform.http;

import org.jspecify.annotations.NullMarked;
