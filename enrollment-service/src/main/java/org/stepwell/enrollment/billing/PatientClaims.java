package org.stepwell.enrollment.billing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.billing.Claims.Cover;
import org.stepwell.enrollment.billing.Claims.Facts;
import org.stepwell.enrollment.coverage.Attended;
import org.stepwell.enrollment.coverage.BurnDowns;
import org.stepwell.enrollment.coverage.Coverage;
import org.stepwell.enrollment.coverage.Coverages;
import org.stepwell.enrollment.payer.Payer;
import org.stepwell.enrollment.payer.Payers;
import org.stepwell.enrollment.program.RuleSets;
import org.stepwell.platform.consent.Ask;
import org.stepwell.platform.consent.Disclosures;

/** Gathers what is known of a patient's attended days, and makes lines of claims of them. */
@Singleton
class PatientClaims {

    /** What a line says of somebody to the payer. */
    private static final Set<DataCategory> CATEGORIES =
            EnumSet.of(DataCategory.PRESENCE, DataCategory.DEMOGRAPHICS, DataCategory.ATTENDANCE, DataCategory.BILLING);

    private final Attended attended;
    private final Coverages coverages;
    private final BurnDowns burnDowns;
    private final Payers payers;
    private final RuleSets ruleSets;
    private final Signed signed;
    private final Certifications certifications;
    private final SentClaims sent;
    private final Disclosures disclosures;

    PatientClaims(
            Attended attended,
            Coverages coverages,
            BurnDowns burnDowns,
            Payers payers,
            RuleSets ruleSets,
            Signed signed,
            Certifications certifications,
            SentClaims sent,
            Disclosures disclosures) {
        this.attended = attended;
        this.coverages = coverages;
        this.burnDowns = burnDowns;
        this.payers = payers;
        this.ruleSets = ruleSets;
        this.signed = signed;
        this.certifications = certifications;
        this.sent = sent;
        this.disclosures = disclosures;
    }

    /** The lines of these days, both included. */
    Claims of(PatientId patient, LocalDate from, LocalDate to) {
        var days = attended.days(patient, from, to);
        var all = coverages.of(patient);
        var sessions = days.stream().flatMap(day -> day.sessions().stream()).toList();
        var facts = new Facts(
                days,
                all.stream().map(coverage -> cover(coverage, to)).toList(),
                signed.among(patient, sessions),
                certifications.certified(patient),
                sent.of(all.stream().map(Coverage::id).toList()));
        return Claims.of(facts, from, to);
    }

    private Cover cover(Coverage coverage, LocalDate until) {
        var payer = payers.of(coverage.payer());
        return new Cover(
                coverage.id(),
                payer.id(),
                coverage.priority(),
                coverage.firstDay(),
                coverage.lastDay(),
                payer.terms(),
                ruleSets.dayMinutesMin(payer.terms().ruleSet()),
                burnDowns.approved(coverage.id()),
                burnDowns.burning(coverage, until),
                disclosures.outlook(ask(coverage.patient(), payer)));
    }

    /** What the payer is told with a claim. */
    static Ask ask(PatientId patient, Payer payer) {
        return new Ask(patient, payer.recipient(), DisclosurePurpose.PAYMENT, CATEGORIES);
    }

    /** The reasons that hold any of these lines, in words. */
    static List<String> sentences(List<ClaimLine> lines) {
        return lines.stream()
                .flatMap(line -> line.holds().stream())
                .distinct()
                .sorted()
                .map(Hold::sentence)
                .toList();
    }
}
