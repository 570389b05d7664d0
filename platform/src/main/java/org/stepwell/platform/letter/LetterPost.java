package org.stepwell.platform.letter;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.consent.DisclosureDenied;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.message.Undeliverable;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** Lets letters leave: one that nobody takes, or that may not leave any more, is over, and work for whoever writes them. */
@Singleton
public class LetterPost {

    /** As long as mail servers try, RFC 5321, 4.5.4.1. */
    public static final Duration TRIED_FOR = Duration.ofDays(4);

    /** What stands on a locked screen. */
    public static final String SUBJECT = "A document waits for you";

    private static final Logger LOG = Logger.getLogger(LetterPost.class);
    private static final Duration LOOKED_AT_WITHIN = Duration.ofDays(1);
    private static final int TROUBLE = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private final Disclosures disclosures;
    private final Tasks tasks;
    private final Clock clock;

    LetterPost(Disclosures disclosures, Tasks tasks, Clock clock) {
        this.disclosures = disclosures;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Whoever wrote the letters. */
    public interface Sender {

        /** One of them, which nobody else changes until the transaction ends. */
        OutgoingLetter lockedOf(LetterId id);

        /** Asks whether it may leave, and sends it; the mail comes last, as it can not be undone. */
        void send(LetterId id);

        /** The work that one makes which did not leave. */
        TaskKind didNotLeave();
    }

    /** The kind of work that a letter makes which did not leave: of these, and a day later of their supervisors. */
    public static TaskKind didNotLeave(String code, String sentence, Role whoWrites) {
        return new TaskKind(code, sentence, List.of(whoWrites, Role.SUPERVISOR), LOOKED_AT_WITHIN, true);
    }

    /** Its time has come; what passes by itself is tried again as long as it is worth it. */
    @ActivateRequestContext // which has nobody in it: what is disclosed asks for whoever asked
    public void leave(LetterId id, Sender sender) {
        try {
            // Of its own, so that the ledger says nothing of a letter that nobody takes.
            QuarkusTransaction.requiringNew().run(() -> sender.send(id));
        } catch (RuntimeException failure) {
            var letter = sender.lockedOf(id);
            var now = clock.instant();
            if (!(failure instanceof Undeliverable) && letter.isTriedAt(now)) {
                throw failure;
            }
            LOG.warnf(failure, "letter %s is given up", id);
            if (letter.isQueued()) {
                letter.bounce(now);
                isOver(letter, sender.didNotLeave(), now);
            }
        }
    }

    /** It may not leave: the ledger says that it was asked. */
    public void stop(OutgoingLetter letter, Refusal refusal, TaskKind didNotLeave) {
        if (refusal.rule().status() >= TROUBLE) {
            throw refusal; // who can not know says no no: it is asked again
        }
        if (refusal instanceof DisclosureDenied denied) {
            disclosures.stands(denied);
        }
        var now = clock.instant();
        letter.stop(refusal.rule(), now);
        isOver(letter, didNotLeave, now);
    }

    private void isOver(OutgoingLetter letter, TaskKind didNotLeave, Instant now) {
        tasks.open(
                new Tasks.Cause(didNotLeave, letter.id(), letter.patient(), null, now),
                null,
                now.plus(LOOKED_AT_WITHIN));
    }

    /**
     * All that the mail says. Each try has another link, and so another id: a mail system may drop what it has seen, and keep the
     * dead link.
     *
     * @param doing what the link is for, such as {@code open it}
     */
    public static String text(String link, LocalDate until, String doing) {
        return """
                A document waits for you. Until %s you %s here:

                %s

                The link is for you alone. If you expect no document, delete this message.
                """.formatted(DAY.format(until), doing, link);
    }
}
