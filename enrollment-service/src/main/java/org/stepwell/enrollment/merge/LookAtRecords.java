package org.stepwell.enrollment.merge;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.account.ComingIn;
import org.stepwell.enrollment.consent.Consents;
import org.stepwell.enrollment.consent.Register;
import org.stepwell.enrollment.coverage.Coverage;
import org.stepwell.enrollment.coverage.Coverages;
import org.stepwell.enrollment.diagnosis.Diagnoses;
import org.stepwell.enrollment.episode.Episodes;
import org.stepwell.enrollment.stop.Findings;

/** Looks at two records from all sides before they become one. */
@Singleton
class LookAtRecords {

    private final Episodes episodes;
    private final Consents consents;
    private final Register register;
    private final Findings findings;
    private final Diagnoses diagnoses;
    private final Coverages coverages;
    private final ComingIn comingIn;

    LookAtRecords(
            Episodes episodes,
            Consents consents,
            Register register,
            Findings findings,
            Diagnoses diagnoses,
            Coverages coverages,
            ComingIn comingIn) {
        this.register = register;
        this.episodes = episodes;
        this.consents = consents;
        this.findings = findings;
        this.diagnoses = diagnoses;
        this.coverages = coverages;
        this.comingIn = comingIn;
    }

    /** Nobody signs under the duplicate meanwhile: whoever does waits, and is then refused. */
    TwoRecords look(PatientId survivor, PatientId duplicate) {
        register.lock(duplicate);
        return new TwoRecords(
                survivor.equals(duplicate),
                episodes.wasIn(duplicate),
                episodes.isOpen(duplicate),
                consents.anyInForce(duplicate),
                comingIn.mayComeInAs(duplicate),
                standing(duplicate),
                standing(survivor),
                coveredTwice(survivor, duplicate));
    }

    private Set<String> coveredTwice(PatientId survivor, PatientId duplicate) {
        var all = coverages.of(survivor);
        return coverages.of(duplicate).stream()
                .filter(coverage -> all.stream().anyMatch(coverage::meets))
                .map(Coverage::days)
                .collect(Collectors.toSet());
    }

    /** Of each kind of stop and each diagnosis, one stands at a time. */
    private Set<String> standing(PatientId patient) {
        var found = new HashSet<>(diagnoses.standing(patient));
        findings.open(patient).forEach(stop -> found.add(stop.name()));
        return found;
    }
}
