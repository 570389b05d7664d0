package org.stepwell.platform.task;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged.OnCall;
import org.stepwell.contracts.id.TaskId;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.message.Mail;
import org.stepwell.platform.message.TextMessages;
import org.stepwell.platform.message.Undeliverable;
import org.stepwell.platform.time.DueDoor;

/**
 * Tells whoever is on call for the clinic that work waits which nobody has taken: neither what it is, nor about whom. A step that comes
 * while this one could not leave takes its place, and what was taken meanwhile is not told any more.
 */
@Singleton
class PageOnCall implements DueDoor {

    static final String KIND = "task-page";

    private static final String SUBJECT = "Work waits for you";
    private static final String TEXT =
            "Work waits that nobody has taken yet. Sign in, take what your tasks say is urgent, and this stops.";

    private final TaskTable table;
    private final ClinicDirectory clinics;
    private final TextMessages texts;
    private final Mail mail;
    private final MeterRegistry metrics;

    PageOnCall(TaskTable table, ClinicDirectory clinics, TextMessages texts, Mail mail, MeterRegistry metrics) {
        this.table = table;
        this.clinics = clinics;
        this.texts = texts;
        this.mail = mail;
        this.metrics = metrics;
        for (var outcome : Outcome.values()) {
            counted(outcome); // there from the first, so that an alert sees it grow
        }
    }

    private Counter counted(Outcome outcome) {
        return metrics.counter("stepwell.pages", "outcome", outcome.name());
    }

    /** What became of a page. */
    private enum Outcome {
        SENT,
        /** There is no such number or mailbox. */
        CAME_BACK,
        /** The clinic has not said who is on call. */
        NOBODY_ON_CALL
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean outside() {
        return true;
    }

    @Override
    public boolean urgent() {
        return true;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        table.find(new TaskId(subject))
                .filter(task -> task.status() == TaskStatus.OPEN)
                .map(this::page)
                .ifPresent(outcome -> counted(outcome).increment());
    }

    private Outcome page(Task task) {
        @Nullable OnCall onCall = clinics.profile().onCall();
        if (onCall == null) {
            return Outcome.NOBODY_ON_CALL;
        }
        var step = (task.id() + "/" + task.version()).getBytes(StandardCharsets.UTF_8);
        return send(UUID.nameUUIDFromBytes(step), onCall);
    }

    @NotDisclosed("to the clinic's own staff, and it says nothing of anybody")
    private Outcome send(UUID id, OnCall onCall) {
        var phone = texts.areSent() ? onCall.phone() : null;
        @Nullable RuntimeException failed = null;
        if (phone != null) {
            try {
                texts.send(id, phone, TEXT);
                return Outcome.SENT;
            } catch (Undeliverable e) {
                // the mailbox is left
            } catch (RuntimeException e) {
                failed = e; // the gateway is away: the mailbox at once, and not once it is back
            }
        }
        var email = onCall.email();
        if (email != null) {
            try {
                mail.sendUnnamed(id, email, SUBJECT, TEXT);
                return Outcome.SENT;
            } catch (Undeliverable e) {
                // neither
            }
        }
        if (failed != null) {
            throw failed;
        }
        return phone == null && email == null ? Outcome.NOBODY_ON_CALL : Outcome.CAME_BACK;
    }
}
