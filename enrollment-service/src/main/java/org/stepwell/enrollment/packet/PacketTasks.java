package org.stepwell.enrollment.packet;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.consent.SignedForms;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/**
 * Whoever comes in before everything is signed is treated all the same; intake sees to the rest within a day. The notice of
 * privacy is due at the admission, or when the patient is able to take it in, 42 CFR 2.22(a).
 */
@Singleton
public class PacketTasks implements SignedForms {

    private static final Duration WITHIN = Duration.ofDays(1);

    private static final TaskKind INCOMPLETE = new TaskKind(
            "admission-packet",
            "A patient came in before all forms were signed: go through the rest with them.",
            List.of(Role.INTAKE, Role.SUPERVISOR),
            WITHIN,
            false);

    private final Packets packets;
    private final Tasks tasks;

    PacketTasks(Packets packets, Tasks tasks) {
        this.packets = packets;
        this.tasks = tasks;
    }

    @Produces
    @Singleton
    static TaskKind incomplete() {
        return INCOMPLETE;
    }

    /** A patient was admitted. */
    public void admitted(PatientId patient, EpisodeId episode, Instant now) {
        if (!packets.complete(patient)) {
            tasks.open(new Tasks.Cause(INCOMPLETE, patient, patient, episode, now), null, now.plus(WITHIN));
        }
    }

    /** A patient was admitted and never came. */
    public void neverCame(PatientId patient, Instant now) {
        tasks.withdraw(INCOMPLETE, patient, now);
    }

    @Override
    public void signed(PatientId patient, Instant now) {
        if (packets.complete(patient)) {
            tasks.done(INCOMPLETE, patient, now);
        }
    }
}
