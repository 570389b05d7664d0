package org.stepwell.enrollment.coverage;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;

/** Authorizations as they are shown: with what is used of them today. */
@Singleton
public class ShownAuthorizations {

    private final Authorizations authorizations;
    private final BurnDowns burnDowns;
    private final ClinicDirectory clinics;
    private final Clock clock;

    ShownAuthorizations(Authorizations authorizations, BurnDowns burnDowns, ClinicDirectory clinics, Clock clock) {
        this.authorizations = authorizations;
        this.burnDowns = burnDowns;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** One of them; 404 where there is none, 409 where it was withdrawn. */
    public AuthorizationView of(AuthorizationId id) {
        var found = authorizations.of(id);
        found.mustStand();
        return of(found);
    }

    /** Whose it is, or 404. */
    public PatientId patientOf(AuthorizationId id) {
        return authorizations.of(id).patient();
    }

    AuthorizationView of(Authorization authorization) {
        return of(List.of(authorization)).getFirst();
    }

    List<AuthorizationView> of(List<Authorization> some) {
        var today = LocalDate.ofInstant(clock.instant(), clinics.zone());
        var burned = burnDowns.of(some, today);
        return some.stream()
                .map(one -> AuthorizationView.of(
                        one,
                        authorizations.reference(one),
                        burned.getOrDefault(one.id(), BurnDown.of(one.approved(), new TreeMap<>(), today))))
                .toList();
    }
}
