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
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "program_track", joinColumns = @JoinColumn(name = "program_id"))
    @OrderBy("code")
    private List<Track> tracks = new ArrayList<>();

    /** One of the program's tracks, such as morning or evening. */
    @Embeddable
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
        this.tracks.addAll(tracks);
        rules.add(new Rules(1, from, first.as(1)));
    }

    /** As people call it. */
    public String name() {
        return name;
    }

    /** Weeks that begin on {@code from} or later are measured by other rules; what was measured stays. */
    void adopt(RuleSet next, LocalDate from, LocalDate today) {
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
                lengthDays,
                tracks.stream()
                        .map(track -> new ProgramChanged.Track(track.code(), track.name()))
                        .toList(),
                rules.stream()
                        .map(one -> new RulesFrom(one.from(), one.ruleSet()))
                        .toList(),
                now);
    }

    /** The level of care that it gives. */
    public ProgramLevel level() {
        return level;
    }

    /** True where the program has a track of this code. */
    public boolean offers(String track) {
        return tracks.stream().anyMatch(one -> one.code().equals(track));
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

    int version() {
        return version;
    }
}
