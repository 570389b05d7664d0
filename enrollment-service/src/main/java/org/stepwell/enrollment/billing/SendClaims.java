package org.stepwell.enrollment.billing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.enrollment.billing.ClaimLine.Status;
import org.stepwell.enrollment.billing.SentClaims.Leaving;
import org.stepwell.enrollment.coverage.BurnDowns;
import org.stepwell.enrollment.coverage.Coverage;
import org.stepwell.enrollment.coverage.Coverages;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.enrollment.payer.Payer;
import org.stepwell.enrollment.reporting.Days;
import org.stepwell.enrollment.reporting.Lines;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.consent.Told;

/**
 * Sends the lines that are ready to a payer, as far as each patient's consent opens it; the ledger of each says so. What was sent is kept, so that no day
 * is billed twice, unless it was voided with the payer.
 */
@Singleton
class SendClaims {

    private static final int PAGE = 100;
    private static final CoverageId BEFORE_ALL = new CoverageId(new UUID(0, 0));
    private final Patients patients;
    private final Coverages coverages;
    private final BurnDowns burnDowns;
    private final PatientClaims claims;
    private final SentClaims sent;
    private final Disclosures disclosures;

    SendClaims(
            Patients patients,
            Coverages coverages,
            BurnDowns burnDowns,
            PatientClaims claims,
            SentClaims sent,
            Disclosures disclosures) {
        this.patients = patients;
        this.coverages = coverages;
        this.burnDowns = burnDowns;
        this.claims = claims;
        this.sent = sent;
        this.disclosures = disclosures;
    }

    /**
     * What leaves.
     *
     * @param patients of whom there is a line: the audit names them, and nobody else who is covered
     * @param held lines that wait
     */
    record File(String content, int lines, int held, Set<PatientId> patients) {}

    /** Lines that may leave, as far as the patient's consent opens them. */
    private record Ready(Coverage coverage, List<ClaimLine> lines) {}

    /**
     * Sends. Permits come last and all at once: nobody who revokes waits while lines are made.
     *
     * @param again whether what was sent before, and is still so, goes once more: a file can be lost
     */
    File send(Payer payer, Days days, Lines.Format format, boolean again, Instant now) {
        var patients = new LinkedHashSet<PatientId>();
        var ready = new ArrayList<Ready>();
        int held = 0;
        var page = coverages.billedIn(payer.id(), days.from(), days.to(), BEFORE_ALL, PAGE);
        while (!page.isEmpty()) {
            var covered = page.stream().map(Coverage::patient).collect(Collectors.toSet());
            var all = claims.of(covered, days.from(), days.to());
            for (var coverage : page) {
                var lines = linesOf(coverage, all);
                if (!lines.isEmpty()) {
                    patients.add(coverage.patient());
                }
                held += count(lines, Status.HELD);
                ready.add(new Ready(coverage, leaving(lines, again)));
            }
            page = coverages.billedIn(
                    payer.id(), days.from(), days.to(), page.getLast().id(), PAGE);
        }
        var rows = sent(payer, ready, now);
        return new File(ClaimFile.written(rows, format), rows.size(), held, patients);
    }

    private static List<ClaimLine> linesOf(Coverage coverage, Map<PatientId, Claims> all) {
        return Objects.requireNonNull(all.get(coverage.patient())).lines().stream()
                .filter(line ->
                        line.billed() != null && line.billed().coverage().equals(coverage.id()))
                .toList();
    }

    private static int count(List<ClaimLine> lines, Status status) {
        return (int) lines.stream().filter(line -> line.status() == status).count();
    }

    private static List<ClaimLine> leaving(List<ClaimLine> lines, boolean again) {
        return lines.stream()
                .filter(line -> line.status() == Status.READY || (again && line.status() == Status.SENT))
                .toList();
    }

    private List<List<?>> sent(Payer payer, List<Ready> all, Instant now) {
        var some = all.stream().filter(ready -> !ready.lines().isEmpty()).toList();
        var permits = disclosures.permitEach(
                some.stream()
                        .map(ready -> PatientClaims.ask(ready.coverage().patient(), payer))
                        .distinct()
                        .toList(),
                Channel.SECURE_MESSAGE,
                new Told(payer.name(), payer.address()));
        var references = burnDowns.references(
                some.stream().map(ready -> ready.coverage().id()).toList());
        var who = patients.whoAre(permits.keySet());
        var rows = new ArrayList<List<?>>();
        var first = new ArrayList<Leaving>();
        for (var ready : some) {
            var permit = permits.get(ready.coverage().patient());
            if (permit != null) {
                var card = new ClaimFile.Card(
                        Objects.requireNonNull(who.get(ready.coverage().patient())), coverages.words(ready.coverage()));
                for (var line : ready.lines()) {
                    var billed = Objects.requireNonNull(line.billed());
                    rows.add(ClaimFile.row(ready.coverage(), card, line, references, permit));
                    if (line.status() == Status.READY) {
                        first.add(new Leaving(line.day(), billed, permit.disclosure()));
                    }
                }
            }
        }
        sent.sent(first, now);
        return rows;
    }
}
