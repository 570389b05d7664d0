/**
 * The way of an event: outbox, relay, consumer, cursor, the place for what could not be applied, and what a database that was put back
 * learns again.
 */
@NullMarked
package org.stepwell.platform.event;

import org.jspecify.annotations.NullMarked;
