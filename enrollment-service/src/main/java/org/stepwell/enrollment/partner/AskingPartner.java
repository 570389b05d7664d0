package org.stepwell.enrollment.partner;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.problem.Refusal;

/** The partner who asks over a service account, as far as an agreement lets them today. */
@Singleton
public class AskingPartner {

    private final Partners partners;
    private final Agreements agreements;
    private final Access access;
    private final ClinicDirectory clinics;
    private final Clock clock;

    AskingPartner(Partners partners, Agreements agreements, Access access, ClinicDirectory clinics, Clock clock) {
        this.partners = partners;
        this.agreements = agreements;
        this.access = access;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Who asks; refused where nothing that is in force lets them do this. */
    public Partner whoMay(AgreementLets what) {
        var partner = partners.of(access.partner());
        partner.mustGoOn();
        var today = LocalDate.ofInstant(clock.instant(), clinics.zone());
        var signed = agreements.of(partner.id());
        if (signed.stream()
                .noneMatch(agreement -> agreement.standing(today) == Agreement.Standing.IN_FORCE
                        && agreement.lets().contains(what))) {
            throw new Refusal(PartnerRule.AGREEMENT_LETS_NOTHING, why(signed, what, today));
        }
        return partner;
    }

    private static String why(List<Agreement> signed, AgreementLets what, LocalDate today) {
        return signed.stream()
                .filter(agreement -> agreement.lets().contains(what))
                .reduce((_, later) -> later)
                .map(last ->
                        "The last agreement that lets you %s stands from %s to %s and is %s. Ask the clinic for another."
                                .formatted(what, last.firstDay(), last.lastDay(), last.standing(today)))
                .orElse("No agreement of yours with this clinic lets you %s. Ask the clinic for one.".formatted(what));
    }
}
