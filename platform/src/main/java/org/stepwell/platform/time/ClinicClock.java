package org.stepwell.platform.time;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Time as the clinic lives it: due dates, sessions, expiry. It ticks with the wall, and stands away from it only where
 * a demo or a test moved it. Whole microseconds, which is what the database keeps.
 */
@Singleton
public class ClinicClock extends Clock {

    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    void standAway(Duration fromTheWall) {
        offset = fromTheWall;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset);
    }
}
