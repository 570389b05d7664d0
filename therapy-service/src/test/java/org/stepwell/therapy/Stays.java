package org.stepwell.therapy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.Stay;

/** Stays of the tests that need no service. */
public final class Stays {

    /** The first day of all of them. */
    public static final LocalDate ADMITTED = LocalDate.of(2026, 1, 5);

    /** A day in the midst of a stay. */
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /** A time on that day. */
    public static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    /** Who treats them. */
    public static final StaffId DORA = new StaffId(UUID.randomUUID());

    private Stays() {}

    /** Somebody who is in. */
    public static Stay running() {
        return new Stay(
                new EpisodeId(UUID.randomUUID()), new PatientId(UUID.randomUUID()), ADMITTED, null, null, TODAY);
    }

    /** Somebody whose last day was yesterday. */
    public static Stay over() {
        return new Stay(
                new EpisodeId(UUID.randomUUID()),
                new PatientId(UUID.randomUUID()),
                ADMITTED,
                TODAY.minusDays(1),
                TODAY,
                TODAY);
    }
}
