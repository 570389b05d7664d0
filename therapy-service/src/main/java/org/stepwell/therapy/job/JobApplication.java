package org.stepwell.therapy.job;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.therapy.telling.Told;

/** A patient's application for a job: how far it has come, its interviews, and the hours of the job once it was accepted. */
@Entity
class JobApplication {

    private static final int INTERVIEWS_MAX = 20;
    private static final int TOGETHER = 100;

    @EmbeddedId
    private JobApplicationId id;

    @Version
    private int version;

    private EpisodeId episode;
    private PatientId patient;
    private String employer;

    @Enumerated(EnumType.STRING)
    private ApplicationState state = ApplicationState.DRAFT;

    @Embedded
    private Handover handover = Handover.NONE;

    @ElementCollection
    @CollectionTable(name = "job_application_state", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "place")
    @BatchSize(size = TOGETHER)
    private List<StateReached> states = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "job_interview", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "place")
    @BatchSize(size = TOGETHER)
    private List<Interview> interviews = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "job_shift", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "place")
    @BatchSize(size = TOGETHER)
    private List<Shift> shifts = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected JobApplication() {}

    /**
     * Begins as a draft.
     *
     * @param sealed where and as what, sealed for this application
     * @param sentOn when it was sent, where it was
     */
    JobApplication(JobApplicationId id, Told told, String sealed, @Nullable LocalDate sentOn) {
        this.id = id;
        this.episode = told.stay().episode();
        this.patient = told.stay().patient();
        this.employer = sealed;
        var day = sentOn == null ? told.today() : sentOn;
        mustHaveCome(told, day, LocalDate.MIN, "/sentOn");
        states.add(new StateReached(state, day, told.at(), told.writtenBy()));
        if (sentOn != null) {
            become(told, ApplicationState.SENT, sentOn);
        }
    }

    /** Where and as what, in other words. */
    void is(String sealed) {
        employer = sealed;
    }

    /** The patient says how far it has come, and when; today where they do not say. */
    void goes(Told told, ApplicationState next, @Nullable LocalDate said) {
        var day = said == null ? told.today() : said;
        mustGoOn(next);
        mustHaveCome(told, day, states.getLast().day(), "/date");
        become(told, next, day);
        works(told, List.of()); // a job that was declined after all has none
    }

    /** The employer invites. */
    void invited(UUID interview, Told told, LocalDate day, LocalTime at) {
        if (!EnumSet.of(ApplicationState.SENT, ApplicationState.INTERVIEW).contains(state)) {
            throw JobRule.INTERVIEW_FOLLOWS_APPLICATION.because("It is %s.".formatted(state));
        }
        if (interviews.size() == INTERVIEWS_MAX) {
            throw JobRule.INTERVIEWS_OF_AN_APPLICATION.because("Begin another application.");
        }
        var first = told.stay().from();
        var last = told.today().plusYears(1);
        if (day.isBefore(first) || day.isAfter(last)) {
            throw JobRule.INTERVIEW_WITHIN_A_YEAR.at("/date", "a day from %s to %s".formatted(first, last));
        }
        if (state == ApplicationState.SENT) {
            become(told, ApplicationState.INTERVIEW, told.today());
        }
        interviews.add(new Interview(interview, day, at, null, told.writtenBy()));
    }

    /** The patient says how an interview went; false where it is none of this application. */
    boolean went(UUID interview, Told told, Interview.Outcome outcome, LocalDateTime now) {
        boolean known = interviews.stream().anyMatch(one -> one.id().equals(interview));
        interviews.replaceAll(one -> one.id().equals(interview) ? one.wentSo(outcome, told.writtenBy(), now) : one);
        return known;
    }

    /** At which hours the patient works, all of them; scheduling has others until they are handed over. */
    void works(Told told, List<Shift> all) {
        if (state != ApplicationState.ACCEPTED && !all.isEmpty()) {
            throw JobRule.SHIFTS_OF_A_JOB.because("It is %s.".formatted(state));
        }
        for (int i = 0; i < all.size(); i++) {
            all.get(i).mustBePossible("/shifts/%d".formatted(i));
        }
        if (!shifts.equals(all)) {
            shifts.clear();
            shifts.addAll(all);
            handover = handover.changed(!all.isEmpty(), told.today());
        }
    }

    /** Somebody gave the hours to scheduling, on a day; today where they do not say. */
    void handedOver(Told told, @Nullable LocalDate day) {
        handover = handover.done(told, day);
    }

    boolean isToBeHandedOver() {
        return handover.handoverDue();
    }

    private void mustGoOn(ApplicationState next) {
        if (!state.next().contains(next)) {
            throw JobRule.APPLICATION_GOES_ON.because("It is %s; next is one of %s.".formatted(state, state.next()));
        }
    }

    private static void mustHaveCome(Told told, LocalDate day, LocalDate after, String pointer) {
        if (day.isAfter(told.today()) || day.isBefore(after)) {
            throw JobRule.APPLICATION_STATE_OF_A_DAY_THAT_CAME.at(
                    pointer,
                    after.equals(LocalDate.MIN)
                            ? "%s or before".formatted(told.today())
                            : "a day from %s to %s".formatted(after, told.today()));
        }
    }

    private void become(Told told, ApplicationState next, LocalDate day) {
        mustGoOn(next);
        state = next;
        states.add(new StateReached(next, day, told.at(), told.writtenBy()));
    }

    JobApplicationId id() {
        return id;
    }

    int version() {
        return version;
    }

    EpisodeId episode() {
        return episode;
    }

    PatientId patient() {
        return patient;
    }

    String sealedEmployer() {
        return employer;
    }

    JobApplicationView view(Employer opened) {
        return new JobApplicationView(
                id,
                opened,
                state,
                states.getLast().day(),
                state.next(),
                List.copyOf(states),
                List.copyOf(interviews),
                List.copyOf(shifts),
                JobApplicationView.HandoverView.of(patient, handover, shifts),
                version);
    }
}
