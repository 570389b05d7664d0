package org.stepwell.enrollment.program;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged.RulesFrom;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** A program of the clinic: its tracks, its length and what a week in it must be. */
@Entity
public class Program {

    @EmbeddedId
    private ProgramId id;

    @Version
    private int version;

    private String name;
    private int lengthDays;
    private boolean adolescents;

    @Enumerated(EnumType.STRING)
    private ProgramLevel level;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "program_rules", joinColumns = @JoinColumn(name = "program_id"))
    @OrderBy("number")
    private List<Rules> rules = new ArrayList<>();

    /** By their codes. */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "program_track", joinColumns = @JoinColumn(name = "program_id"))
    @MapKeyColumn(name = "code")
    private Map<String, ProgramTrack> tracks = new HashMap<>();

    private @Nullable Instant endedAt;

    /** One of the program's tracks, such as morning or evening. */
    record Track(String code, String name) {}

    /** A rule set that counts from a day until the next one does. */
    @Embeddable
    record Rules(
            int number,
            @Column(name = "effective_from") LocalDate from,

            @Column(name = "rules") @Convert(converter = RuleSetColumn.class)
            RuleSet ruleSet) {}

    @SuppressWarnings("NullAway.Init")
    protected Program() {}

    Program(
            ProgramId id,
            String name,
            ProgramLevel level,
            int lengthDays,
            boolean adolescents,
            RuleSet first,
            LocalDate from,
            List<Track> tracks) {
        this.id = id;
        this.name = name;
        this.level = level;
        this.lengthDays = lengthDays;
        this.adolescents = adolescents;
        tracks().offer(tracks);
        rules.add(new Rules(1, from, first.as(1)));
    }

    /** As people call it. */
    public String name() {
        return name;
    }

    /**
     * Another name, length or list of tracks. Whoever is in keeps the target end that they were told.
     *
     * @param offered from now on; those that are missing are given up
     */
    void change(String called, int days, List<Track> offered, Takers.Use use, Instant now) {
        mustGoOn("");
        tracks().offerOnly(offered, use, now);
        name = called;
        lengthDays = days;
    }

    /** Nobody is taken any more. */
    void end(Takers.Use use, Instant now) {
        mustGoOn("");
        if (use.people() > 0) {
            throw new Refusal(
                    ProgramRule.PROGRAM_IN_USE,
                    "%d wait for it or are in it. It ends when they left, or when they wait for another one."
                            .formatted(use.people()));
        }
        endedAt = now;
    }

    /**
     * Refuses what only a program may do that goes on.
     *
     * @param pointer the field that names it; empty where the address does
     */
    public void mustGoOn(String pointer) {
        if (endedAt != null) {
            throw new Refusal(
                    ProgramRule.PROGRAM_ENDED,
                    "%s ended on %s. Choose another one, or offer a new one.".formatted(name, endedAt),
                    pointer.isEmpty() ? List.of() : List.of(new FieldError(pointer, "a program that goes on")));
        }
    }

    private ProgramTracks tracks() {
        return new ProgramTracks(tracks);
    }

    /** Weeks that begin on {@code from} or later are measured by other rules; what was measured stays. */
    void adopt(RuleSet next, LocalDate from, LocalDate today) {
        mustGoOn("");
        var last = rules.getLast();
        var earliest = today.isAfter(last.from()) ? today : last.from();
        if (!from.isAfter(earliest)) {
            throw new Refusal(
                    ProgramRule.RULES_CHANGE_AHEAD,
                    "Choose a day after %s.".formatted(earliest),
                    List.of(new FieldError("/from", "must be after " + earliest)));
        }
        int number = last.number() + 1;
        rules.add(new Rules(number, from, next.as(number)));
    }

    ProgramChanged said(Instant now) {
        return new ProgramChanged(
                id,
                name,
                level.number(),
                lengthDays,
                tracks().offered().entrySet().stream()
                        .map(track -> new ProgramChanged.Track(
                                track.getKey(), track.getValue().name()))
                        .toList(),
                rules.stream()
                        .map(one -> new RulesFrom(one.from(), one.ruleSet()))
                        .toList(),
                endedAt != null,
                now);
    }

    /** The level of care that it gives. */
    public ProgramLevel level() {
        return level;
    }

    /** True where the program has a track of this code, and did not give it up. */
    public boolean offers(String track) {
        return tracks().offered().containsKey(track);
    }

    /** Whether it is for those who are younger than eighteen. */
    public boolean isForAdolescents() {
        return adolescents;
    }

    /** The day an episode that starts on {@code start} is meant to end. */
    public LocalDate targetEnd(LocalDate start) {
        return start.plusDays(lengthDays - 1L);
    }

    /** Treatment minutes a week must have, by the rules of a day. */
    public int weeklyMinutes(LocalDate day) {
        return rules.stream()
                .filter(one -> !one.from().isAfter(day))
                .reduce((_, later) -> later)
                .orElse(rules.getFirst())
                .ruleSet()
                .weekMinutesMin();
    }

    ProgramId id() {
        return id;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    int version() {
        return version;
    }
}
