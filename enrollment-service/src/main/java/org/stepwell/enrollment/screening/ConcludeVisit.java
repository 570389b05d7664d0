package org.stepwell.enrollment.screening;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ScreeningId;
import org.stepwell.enrollment.measure.SuicideScreeners;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.enrollment.stop.Findings;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.enrollment.stop.StopsOnRecord;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;

/** Ends a visit with a screening, and raises what it found. */
@Singleton
class ConcludeVisit {

    private final Screenings screenings;
    private final WhatStands standing;
    private final Findings findings;
    private final SuicideScreeners screeners;
    private final Patients patients;
    private final CareTeams careTeams;
    private final List<StopsOnRecord> onRecord;
    private final ClinicDirectory clinics;
    private final Clock clock;

    ConcludeVisit(
            Screenings screenings,
            WhatStands standing,
            Findings findings,
            SuicideScreeners screeners,
            Patients patients,
            CareTeams careTeams,
            @All List<StopsOnRecord> onRecord,
            ClinicDirectory clinics,
            Clock clock) {
        this.screenings = screenings;
        this.standing = standing;
        this.findings = findings;
        this.screeners = screeners;
        this.patients = patients;
        this.careTeams = careTeams;
        this.onRecord = List.copyOf(onRecord);
        this.clinics = clinics;
        this.clock = clock;
    }

    /** What was named today is answered by a screener of today; until there is one it stands, though the visit is refused for it. */
    private void suicideItem(PatientId patient, Set<Stop> found, String by, Instant now) {
        var today = LocalDate.ofInstant(now, clinics.zone())
                .atStartOfDay(clinics.zone())
                .toInstant();
        if (!found.contains(Stop.SUICIDE_ITEM)) {
            return;
        }
        if (screeners.areAskedSince(patient, today)) {
            found.remove(Stop.SUICIDE_ITEM);
        } else {
            QuarkusTransaction.requiringNew()
                    .run(() -> findings.raise(
                            patient, Set.of(Stop.SUICIDE_ITEM), new Findings.Source(null, null, by), now));
        }
    }

    Screening conclude(Screening.Seen seen, Set<Stop> stated) {
        var now = clock.instant();
        var by = ClinicContext.current().orElseThrow().actor();
        var today = LocalDate.ofInstant(now, clinics.zone());
        var found = Screening.found(seen, stated, patients.birthDateOf(seen.patient()), today);
        onRecord.forEach(record -> found.addAll(record.of(seen.patient(), today)));
        suicideItem(seen.patient(), found, by, now);
        var screening =
                Screening.concluding(new ScreeningId(Uuid7.next()), seen, standing.of(seen.patient()), found, by, now);
        screenings.persistAndFlush(screening);
        careTeams.assessedAnew(seen.patient());
        findings.raise(seen.patient(), found, new Findings.Source(screening.id(), null, by), now);
        return screening;
    }
}
