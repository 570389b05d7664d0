package org.stepwell.enrollment.billing;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.enrollment.billing.ClaimLine.Status;
import org.stepwell.enrollment.coverage.BurnDowns;
import org.stepwell.enrollment.coverage.Coverage;
import org.stepwell.enrollment.coverage.Coverages;
import org.stepwell.enrollment.payer.Payer;
import org.stepwell.enrollment.reporting.Days;
import org.stepwell.enrollment.reporting.Lines;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.consent.Notice;
import org.stepwell.platform.consent.Permit;
import org.stepwell.platform.consent.Told;

/**
 * Sends the lines that are ready to a payer, patient by patient as far as each one's consent opens it; the ledger of each
 * says so. What was sent is kept, so that no day is billed twice.
 */
@Singleton
class SendClaims {

    private static final int PAGE = 100;
    private static final CoverageId BEFORE_ALL = new CoverageId(new UUID(0, 0));
    private static final List<String> COLUMNS = List.of(
            "PATIENT",
            "MEMBER",
            "GROUP",
            "AUTHORIZATION",
            "DAY",
            "PROCEDURE",
            "REVENUE",
            "CONDITION",
            "UNIT",
            "UNITS",
            "DISCLOSURE",
            "CONSENT",
            "CONSENT_SCOPE",
            "NOTICE");

    private final Coverages coverages;
    private final BurnDowns burnDowns;
    private final PatientClaims claims;
    private final SentClaims sent;
    private final Disclosures disclosures;

    SendClaims(
            Coverages coverages, BurnDowns burnDowns, PatientClaims claims, SentClaims sent, Disclosures disclosures) {
        this.coverages = coverages;
        this.burnDowns = burnDowns;
        this.claims = claims;
        this.sent = sent;
        this.disclosures = disclosures;
    }

    /**
     * What leaves.
     *
     * @param patients all who were looked at: the audit names them
     * @param held lines that wait
     */
    record File(String content, int lines, int held, Set<PatientId> patients) {}

    /**
     * Sends.
     *
     * @param again whether what was sent before, and is still so, goes once more: a file can be lost
     */
    File send(Payer payer, Days days, Lines.Format format, boolean again, Instant now) {
        var patients = new LinkedHashSet<PatientId>();
        var rows = new ArrayList<List<?>>();
        int held = 0;
        var page = coverages.by(payer.id(), BEFORE_ALL, PAGE);
        while (!page.isEmpty()) {
            for (var coverage : page) {
                patients.add(coverage.patient());
                var lines = claims.of(coverage.patient(), days.from(), days.to()).lines().stream()
                        .filter(line -> isOf(line, coverage))
                        .toList();
                held += (int) lines.stream()
                        .filter(line -> line.status() == Status.HELD)
                        .count();
                rows.addAll(sent(payer, coverage, lines, again, now));
            }
            page = coverages.by(payer.id(), page.getLast().id(), PAGE);
        }
        return new File(written(rows, format), rows.size(), held, patients);
    }

    private static boolean isOf(ClaimLine line, Coverage coverage) {
        var billed = line.billed();
        return billed != null && billed.coverage().equals(coverage.id());
    }

    private List<List<?>> sent(Payer payer, Coverage coverage, List<ClaimLine> lines, boolean again, Instant now) {
        var leaving = lines.stream()
                .filter(line -> line.status() == Status.READY || (again && line.status() == Status.SENT))
                .toList();
        if (leaving.isEmpty()) {
            return List.of();
        }
        var told = new Told(payer.name(), payer.address());
        var permit =
                disclosures.permitOneOfMany(PatientClaims.ask(coverage.patient(), payer), Channel.SECURE_MESSAGE, told);
        return permit.map(given -> leave(coverage, leaving, given, now)).orElse(List.of());
    }

    private List<List<?>> leave(Coverage coverage, List<ClaimLine> lines, Permit permit, Instant now) {
        var words = coverages.words(coverage);
        var references = burnDowns.references(coverage.patient());
        var rows = new ArrayList<List<?>>();
        for (var line : lines) {
            var billed = line.billed();
            if (billed == null) {
                continue;
            }
            if (line.status() == Status.READY) {
                sent.sent(coverage.id(), line.day(), billed.units(), permit.disclosure(), now);
            }
            var authorization = billed.authorization();
            rows.add(List.of(
                    coverage.patient().toString(),
                    words.memberNumber(),
                    orEmpty(words.groupNumber()),
                    authorization == null ? "" : references.getOrDefault(authorization, ""),
                    line.day().toString(),
                    billed.procedureCode(),
                    billed.revenueCode(),
                    orEmpty(billed.conditionCode()),
                    billed.unit().name(),
                    billed.units(),
                    permit.disclosure().toString(),
                    permit.consent().id().toString(),
                    permit.consent().inWords(),
                    Notice.SHORT));
        }
        return rows;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String written(List<List<?>> rows, Lines.Format format) {
        var out = new ByteArrayOutputStream();
        try (var lines = format.open(out, COLUMNS)) {
            for (var row : rows) {
                lines.line(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
