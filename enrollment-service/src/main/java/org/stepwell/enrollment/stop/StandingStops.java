package org.stepwell.enrollment.stop;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;

/**
 * What stops somebody when it comes to the admission: what was found before and stands, and what the record says of the first
 * day by then, since it may have changed while they waited. What a person answered for stays answered.
 */
@Singleton
public class StandingStops {

    private final Findings findings;
    private final List<StopsOnRecord> onRecord;

    StandingStops(Findings findings, @All List<StopsOnRecord> onRecord) {
        this.findings = findings;
        this.onRecord = List.copyOf(onRecord);
    }

    /**
     * Looks again, and settles or raises what the record says.
     *
     * @param since an answer to an earlier stay is none to this one
     */
    public Set<Stop> on(PatientId patient, LocalDate day, Instant since, Instant now) {
        var by = ClinicContext.current().orElseThrow().actor();
        var open = EnumSet.noneOf(Stop.class);
        open.addAll(findings.open(patient));
        var found = EnumSet.noneOf(Stop.class);
        for (var record : onRecord) {
            found.addAll(record.of(patient, day));
            record.settled(patient, day).forEach((stop, how) -> {
                if (open.remove(stop)) {
                    findings.settle(patient, stop, how, by, now);
                }
            });
        }
        found.removeAll(open);
        if (!found.isEmpty()) {
            found.removeAll(findings.answered(patient, since));
        }
        if (!found.isEmpty()) {
            // The admission is refused, and what it was refused for has to be there for whoever deals with it.
            QuarkusTransaction.requiringNew()
                    .run(() -> findings.raise(patient, found, new Findings.Source(null, null, by), now));
        }
        open.addAll(found);
        return open;
    }

    /** They were admitted where what stands is no stop, as a minor to a program for adolescents. */
    public void areNoneHere(PatientId patient, Set<Stop> standing, Instant now) {
        var by = ClinicContext.current().orElseThrow().actor();
        standing.forEach(stop -> findings.settle(patient, stop, Disposition.FITS_PROGRAM, by, now));
    }
}
