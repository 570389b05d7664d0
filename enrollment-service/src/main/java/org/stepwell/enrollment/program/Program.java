package org.stepwell.enrollment.program;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
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
import org.stepwell.contracts.id.ProgramId;

/** A program of the clinic: its tracks, its length and what a week in it must be. */
@Entity
public class Program {

    @EmbeddedId
    private ProgramId id;

    @Version
    private int version;

    private String name;
    private int lengthDays;

    @Convert(converter = RuleSetColumn.class)
    private RuleSet ruleSet;

    private LocalDate effectiveFrom;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "program_track", joinColumns = @JoinColumn(name = "program_id"))
    @OrderBy("code")
    private List<Track> tracks = new ArrayList<>();

    /** One of the program's tracks, such as morning or evening. */
    @Embeddable
    record Track(String code, String name) {}

    @SuppressWarnings("NullAway.Init")
    protected Program() {}

    Program(ProgramId id, String name, int lengthDays, RuleSet ruleSet, LocalDate effectiveFrom, List<Track> tracks) {
        this.id = id;
        this.name = name;
        this.lengthDays = lengthDays;
        this.ruleSet = ruleSet;
        this.effectiveFrom = effectiveFrom;
        this.tracks.addAll(tracks);
    }

    ProgramChanged said(Instant now) {
        return new ProgramChanged(
                id,
                name,
                lengthDays,
                tracks.stream()
                        .map(track -> new ProgramChanged.Track(track.code(), track.name()))
                        .toList(),
                ruleSet,
                effectiveFrom,
                now);
    }

    /** True where the program has a track of this code. */
    public boolean offers(String track) {
        return tracks.stream().anyMatch(one -> one.code().equals(track));
    }

    /** Whether it is for those who are younger than eighteen. */
    public boolean isForAdolescents() {
        return ruleSet.code().equals(RuleSetPreset.ADOLESCENT);
    }

    /** The day an episode that starts on {@code start} is meant to end. */
    public LocalDate targetEnd(LocalDate start) {
        return start.plusDays(lengthDays - 1L);
    }

    /** Treatment minutes a week must have. */
    public int weeklyMinutes() {
        return ruleSet.weekMinutesMin();
    }

    ProgramId id() {
        return id;
    }

    int version() {
        return version;
    }
}
