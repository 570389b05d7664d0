package org.stepwell.enrollment.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PayerId;
import org.stepwell.enrollment.billing.ClaimLine.Billed;
import org.stepwell.enrollment.billing.ClaimLine.ShortDay;
import org.stepwell.enrollment.billing.ClaimLine.Status;
import org.stepwell.enrollment.coverage.AttendedDay;
import org.stepwell.enrollment.coverage.Burning;
import org.stepwell.enrollment.coverage.Coverage;
import org.stepwell.enrollment.coverage.Covering;
import org.stepwell.enrollment.payer.BillingTerms;
import org.stepwell.enrollment.payer.DayTerms;
import org.stepwell.platform.consent.Outlook;

/** A patient's attended days as lines of claims: one a day, by the terms of who pays that day, with every reason that holds it. */
record Claims(List<ClaimLine> lines, List<ShortDay> shortDays) {

    /**
     * Who pays, from a day to a day.
     *
     * @param consent whether the patient's consents open it to the payer now
     * @param butDiagnosis whether they open all of it but the diagnosis
     */
    record Cover(
            CoverageId coverage,
            PayerId payer,
            Coverage.Priority priority,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            DayTerms.Of terms,
            Burning burning,
            Outlook consent,
            boolean butDiagnosis)
            implements Covering {

        @Override
        public boolean covers(LocalDate day) {
            return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
        }
    }

    /** A physician's certification, from a day through a day. */
    record Certified(EpisodeId episode, LocalDate from, LocalDate through) {}

    /** A line that went to a payer. */
    record Sent(CoverageId coverage, LocalDate day) {}

    /**
     * What the payer has of it.
     *
     * @param units after corrections; none where it was voided
     * @param told how often the payer was told of it
     */
    record AsSent(
            ClaimCodes codes,
            BillingUnit unit,
            int units,
            @Nullable AuthorizationId authorization,
            int told) {}

    /** The lines of these days, both included. */
    static Claims of(Facts facts, LocalDate from, LocalDate to) {
        var lines = new ArrayList<ClaimLine>();
        var shortDays = new ArrayList<ShortDay>();
        for (var day : facts.daysAmong(from, to)) {
            var attended =
                    facts.days().stream().filter(one -> one.day().equals(day)).findFirst();
            var cover = paysOn(facts, day);
            if (cover.isEmpty()) {
                int minutes = attended.map(AttendedDay::minutes).orElse(0);
                lines.add(new ClaimLine(day, minutes, Status.HELD, List.of(Hold.NO_COVERAGE), null));
                continue;
            }
            var byTerms = cover.get().terms().on(day);
            var counted =
                    attended.flatMap(whole -> whole.without(byTerms.terms().apart()));
            int minutes = counted.map(AttendedDay::minutes).orElse(0);
            int counting = counted.map(one -> one.minutesUnder(byTerms)).orElse(0);
            var before = facts.has(cover.get().coverage(), day);
            var unit = before == null ? byTerms.terms().unit() : before.unit();
            int units = unit.unitsOf(counting, byTerms.minutesMin());
            if (counted.isEmpty() && before == null) {
                continue; // nothing of the program day: what is billed apart is no line of ours
            }
            if (units == 0 && before == null) {
                shortDays.add(new ShortDay(day, minutes, byTerms.minutesMin(), counting < minutes));
            } else {
                lines.add(line(facts, cover.get(), byTerms.terms(), day, counted, units));
            }
        }
        return new Claims(lines, shortDays);
    }

    private static Optional<Cover> paysOn(Facts facts, LocalDate day) {
        return Covering.billed(facts.covers(), day, one -> facts.has(one, day) != null);
    }

    private static ClaimLine line(
            Facts facts, Cover cover, BillingTerms terms, LocalDate day, Optional<AttendedDay> attended, int units) {
        var before = facts.has(cover.coverage(), day);
        var holds = before == null
                ? attended.map(one -> holds(facts, cover, terms, one)).orElse(List.of())
                : holdsOfSent(facts, before, units, attended);
        var status = !holds.isEmpty() ? Status.HELD : before == null ? Status.READY : Status.SENT;
        var said = before == null
                ? new AsSent(
                        ClaimCodes.of(terms, Diagnosed.on(day, facts.diagnoses())),
                        terms.unit(),
                        units,
                        cover.burning().burnedBy(day).orElse(null),
                        facts.told(cover.coverage(), day))
                : before;
        var admitted = attended.map(AttendedDay::episode).map(facts.admitted()::get);
        var billed = Billed.of(cover, said, admitted.orElse(null), units);
        return new ClaimLine(day, attended.map(AttendedDay::minutes).orElse(0), status, holds, billed);
    }

    /** What was sent is held against what is known since: other units or diagnoses, or a note that does not stand any more. */
    private static List<Hold> holdsOfSent(Facts facts, AsSent before, int units, Optional<AttendedDay> attended) {
        var holds = new ArrayList<Hold>();
        if (!isStillSo(before, units, facts)) {
            holds.add(Hold.CHANGED_SINCE_SENT);
        }
        if (attended.stream()
                .flatMap(day -> day.sessions().stream())
                .anyMatch(facts.notes().struck()::contains)) {
            holds.add(Hold.NOTE_STRUCK);
        }
        return holds;
    }

    /** Whether the payer has what was attended, for what the patient is treated for. */
    private static boolean isStillSo(AsSent before, int units, Facts facts) {
        return before.units() == units && Diagnosed.all(before.codes().diagnoses(), facts.diagnoses());
    }

    private static List<Hold> holds(Facts facts, Cover cover, BillingTerms terms, AttendedDay day) {
        var holds = new ArrayList<Hold>();
        if (!facts.admitted().containsKey(day.episode())) {
            holds.add(Hold.NEVER_ADMITTED);
        }
        if (terms.authorized() && cover.burning().burnedBy(day.day()).isEmpty()) {
            holds.add(cover.burning().approvedOn(day.day()) ? Hold.UNITS_EXHAUSTED : Hold.NO_AUTHORIZATION);
        }
        if (!facts.notes().signed().containsAll(day.sessions())) {
            holds.add(Hold.NOTE_UNSIGNED);
        }
        if (terms.certified()) {
            certification(facts, day).ifPresent(holds::add);
        }
        if (Diagnosed.on(day.day(), facts.diagnoses()).isEmpty()) {
            holds.add(Hold.NO_DIAGNOSIS);
        }
        switch (cover.consent()) {
            case OPEN -> {}
            case CLOSED -> holds.add(cover.butDiagnosis() ? Hold.DIAGNOSIS_NOT_OPENED : Hold.CONSENT_MISSING);
            case NOT_KNOWN -> holds.add(Hold.CONSENT_NOT_KNOWN);
        }
        return holds;
    }

    private static Optional<Hold> certification(Facts facts, AttendedDay day) {
        var since = facts.certified().stream()
                .filter(one ->
                        one.episode().equals(day.episode()) && !one.from().isAfter(day.day()))
                .toList();
        if (since.isEmpty()) {
            return Optional.of(Hold.CERTIFICATION_MISSING);
        }
        boolean stands = since.stream().anyMatch(one -> !one.through().isBefore(day.day()));
        return stands ? Optional.empty() : Optional.of(Hold.CERTIFICATION_RAN_OUT);
    }
}
