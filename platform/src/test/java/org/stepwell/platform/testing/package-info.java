/**
 * Real PostgreSQL and a real Kafka broker on this machine, for tests and for the launcher in {@code suite}; nothing here
 * needs Docker or knows Quarkus.
 */
@NullMarked
package org.stepwell.platform.testing;

import org.jspecify.annotations.NullMarked;
