package org.stepwell.therapy.drugscreen;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.medication.ActiveMedication.Taken;

/**
 * What a patient takes on prescription, held against what was found when they gave a specimen: of a substance that is taken, it and what it
 * turns into are expected, and of buprenorphine its absence is not.
 */
record Expected(List<Taken> taken, LocalDate day, int staysDays) {

    boolean holds(Analyte analyte, boolean detected) {
        return detected
                ? taken.stream().anyMatch(one -> explains(one, analyte))
                : missing(analyte).isEmpty();
    }

    private boolean explains(Taken one, Analyte analyte) {
        var through = one.through();
        int stays = Math.max(staysDays, one.staysDays());
        return analyte.because().contains(one.substance())
                && !one.since().isAfter(day)
                && (through == null || !through.plusDays(stays).isBefore(day));
    }

    /** What should have been found: it is taken since a day before, and not put off. */
    private List<Taken> missing(Analyte analyte) {
        return taken.stream()
                .filter(one -> analyte.missed().contains(one.substance()) && !one.onHold())
                .filter(one -> one.since().isBefore(day))
                .filter(one -> one.through() == null || one.through().isAfter(day))
                .toList();
    }

    /** Who ordered what should have been found, where somebody here did. */
    Optional<StaffId> prescriberOf(Analyte analyte) {
        return missing(analyte).stream()
                .map(Taken::orderedBy)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
