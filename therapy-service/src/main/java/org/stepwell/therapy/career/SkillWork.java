package org.stepwell.therapy.career;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.Stay;

/** Which skills were worked on in a session, or on a day; never changed, another word on the same stands instead of it. */
@Entity
class SkillWork {

    @Id
    private UUID id;

    @SuppressWarnings("unused") // asked for by queries alone
    private EpisodeId episode;

    @SuppressWarnings("unused") // asked for by queries alone
    private PatientId patient;

    private @Nullable SessionId session;
    private LocalDate day;
    private String[] skills;
    private StaffId recordedBy;
    private Instant recordedAt;

    /**
     * When it was.
     *
     * @param session null where it was in none
     * @param attended whether the patient was at the session in this episode
     */
    record When(@Nullable SessionId session, LocalDate day, boolean attended) {}

    @SuppressWarnings("NullAway.Init")
    protected SkillWork() {}

    SkillWork(UUID id, Stay stay, When when, Collection<Skill> skills, StaffId by, Instant now) {
        if (when.session() != null && !when.attended()) {
            throw CareerRule.SKILLS_WHERE_THEY_WERE.because(
                    "No presence at the session of %s is known in this episode.".formatted(when.day()));
        }
        if (when.session() == null && !stay.holds(when.day())) {
            throw CareerRule.SKILLS_OF_A_DAY_IN_THE_PROGRAM.at("/date", stay.days());
        }
        var inOrder = EnumSet.noneOf(Skill.class);
        inOrder.addAll(skills);
        this.id = id;
        this.episode = stay.episode();
        this.patient = stay.patient();
        this.session = when.session();
        this.day = when.day();
        this.skills = inOrder.stream().map(Skill::name).toArray(String[]::new);
        this.recordedBy = by;
        this.recordedAt = now;
    }

    /** What another word must be on to stand instead. */
    Object place() {
        return session == null ? day : session;
    }

    /** None where it is taken back. */
    List<Skill> skills() {
        return Arrays.stream(skills).map(Skill::valueOf).toList();
    }

    SkillWorkView view() {
        return new SkillWorkView(day, session, skills(), recordedBy, recordedAt);
    }
}
