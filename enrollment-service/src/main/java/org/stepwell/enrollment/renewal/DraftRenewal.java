package org.stepwell.enrollment.renewal;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade;
import org.stepwell.enrollment.billing.Certifications;
import org.stepwell.enrollment.billing.Signed;
import org.stepwell.enrollment.coverage.Attended;
import org.stepwell.enrollment.coverage.AttendedDay;
import org.stepwell.enrollment.coverage.AuthorizationView;
import org.stepwell.enrollment.coverage.Coverages;
import org.stepwell.enrollment.diagnosis.Diagnoses;
import org.stepwell.enrollment.episode.EpisodeView;
import org.stepwell.enrollment.episode.Episodes;
import org.stepwell.enrollment.payer.Payer;
import org.stepwell.enrollment.payer.Payers;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.consent.Ask;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.consent.Outlook;
import org.stepwell.platform.consent.Permit;
import org.stepwell.platform.consent.Told;

/** Puts a renewal together from what is known today. */
@Singleton
class DraftRenewal {

    /** What a renewal tells of somebody. */
    private static final Set<DataCategory> CATEGORIES = EnumSet.of(
            DataCategory.PRESENCE,
            DataCategory.DIAGNOSIS,
            DataCategory.ATTENDANCE,
            DataCategory.ASSESSMENT,
            DataCategory.PROGRESS,
            DataCategory.TREATMENT_PLAN,
            DataCategory.BILLING);

    /** As long as a screening is good for an admission. */
    private static final Duration SCREENED_BEFORE = Duration.ofDays(30);

    private final Attended attended;
    private final Signed signed;
    private final Certifications certifications;
    private final TreatmentPlans plans;
    private final Scores scores;
    private final Diagnoses diagnoses;
    private final Episodes episodes;
    private final Coverages coverages;
    private final Payers payers;
    private final Disclosures disclosures;
    private final ClinicDirectory clinics;
    private final Clock clock;

    DraftRenewal(
            Attended attended,
            Signed signed,
            Certifications certifications,
            TreatmentPlans plans,
            Scores scores,
            Diagnoses diagnoses,
            Episodes episodes,
            Coverages coverages,
            Payers payers,
            Disclosures disclosures,
            ClinicDirectory clinics,
            Clock clock) {
        this.attended = attended;
        this.signed = signed;
        this.certifications = certifications;
        this.plans = plans;
        this.scores = scores;
        this.diagnoses = diagnoses;
        this.episodes = episodes;
        this.coverages = coverages;
        this.payers = payers;
        this.disclosures = disclosures;
        this.clinics = clinics;
        this.clock = clock;
    }

    RenewalPacket of(AuthorizationView authorization) {
        var patient = authorization.patient();
        var today = LocalDate.ofInstant(clock.instant(), clinics.zone());
        var payer = payers.of(coverages.of(authorization.coverage()).payer());
        var days = attended.days(patient, authorization.firstDay(), today);
        var episode = episodes.latestOf(patient);
        var certified = episode.flatMap(latest -> certifications.through(latest.id(), patient))
                .orElse(null);
        var plan = episode.map(latest -> plans.of(latest.id())).orElse(TreatmentPlans.Standing.UNKNOWN);
        return new RenewalPacket(
                payer.name(),
                authorization,
                askFrom(authorization),
                episode.map(latest -> RenewalPacket.Plan.of(latest, plan)).orElse(null),
                diagnoses.standing(patient).stream().sorted().toList(),
                weeks(days, clinics.profile().weekStart()),
                days.size(),
                days.stream().mapToInt(AttendedDay::minutes).sum(),
                episode.map(latest -> scores.of(patient, measuredSince(latest))).orElse(List.of()),
                certified,
                missing(
                        authorization,
                        payer,
                        days,
                        certified,
                        episode.flatMap(latest -> plan.missing(latest.status(), today)),
                        today));
    }

    /** From when they were screened on: that is before they wait, and after they left the time before. */
    private Instant measuredSince(EpisodeView latest) {
        var screened = latest.waitingSince().minus(SCREENED_BEFORE);
        @Nullable LocalDate before = episodes.lastDayBefore(latest.patient(), latest.id());
        if (before == null) {
            return screened;
        }
        var left = before.plusDays(1).atStartOfDay(clinics.zone()).toInstant();
        return left.isAfter(screened) ? left : screened;
    }

    /** The payer is told, as far as the patient's consent opens it. */
    Permit permit(AuthorizationView authorization) {
        var payer = payers.of(coverages.of(authorization.coverage()).payer());
        return disclosures.permit(
                ask(authorization, payer), DisclosureMade.Channel.LETTER, new Told(payer.name(), payer.address()));
    }

    private static Ask ask(AuthorizationView authorization, Payer payer) {
        return new Ask(authorization.patient(), payer.recipient(), DisclosurePurpose.PAYMENT, CATEGORIES);
    }

    private static LocalDate askFrom(AuthorizationView authorization) {
        var usedUp = authorization.burnDown().usedUpOn();
        var last = authorization.lastDay();
        return (usedUp == null || usedUp.isAfter(last) ? last : usedUp).plusDays(1);
    }

    private List<String> missing(
            AuthorizationView authorization,
            Payer payer,
            List<AttendedDay> days,
            @Nullable LocalDate certified,
            Optional<String> ofPlan,
            LocalDate today) {
        var missing = new ArrayList<String>();
        ofPlan.ifPresent(missing::add);
        var sessions = days.stream().flatMap(day -> day.sessions().stream()).toList();
        int unsigned = sessions.size()
                - signed.among(authorization.patient(), sessions).size();
        if (unsigned > 0) {
            missing.add("Sign the notes that are still open (%d).".formatted(unsigned));
        }
        if (payer.terms(today).certified() && (certified == null || certified.isBefore(today))) {
            missing.add("Have a physician certify that the patient needs this level of care.");
        }
        if (disclosures.outlook(ask(authorization, payer)) != Outlook.OPEN) {
            missing.add(
                    "Ask the patient for a consent that opens diagnosis, attendance, measures and plan to the payer.");
        }
        return missing;
    }

    static List<RenewalPacket.Week> weeks(List<AttendedDay> days, DayOfWeek weekStart) {
        var weeks = new TreeMap<LocalDate, List<AttendedDay>>();
        days.forEach(day -> weeks.computeIfAbsent(
                        day.day().with(TemporalAdjusters.previousOrSame(weekStart)), _ -> new ArrayList<>())
                .add(day));
        return weeks.entrySet().stream()
                .map(week -> new RenewalPacket.Week(
                        week.getKey(),
                        week.getValue().size(),
                        week.getValue().stream().mapToInt(AttendedDay::minutes).sum()))
                .toList();
    }
}
