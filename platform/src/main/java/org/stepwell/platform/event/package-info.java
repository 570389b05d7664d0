/** The way of an event: outbox, relay, consumer, cursor, and the place for what could not be applied. */
@NullMarked
package org.stepwell.platform.event;

import org.jspecify.annotations.NullMarked;
