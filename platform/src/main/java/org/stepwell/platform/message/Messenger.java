package org.stepwell.platform.message;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Saying;

/** Writes to a patient by a way that is safe for them: as a text message if there is one, else by e-mail. */
@Singleton
public class Messenger {

    private final Mail mail;
    private final TextMessages texts;

    Messenger(Mail mail, TextMessages texts) {
        this.mail = mail;
        this.texts = texts;
    }

    /** By which way a message left. */
    public enum Channel {
        TEXT_MESSAGE,
        EMAIL
    }

    /** What is said: an e-mail has a subject, which others may see on a locked screen. */
    public record Words(String subject, String text) {}

    /** The way to a patient; empty where none is safe, or nothing may be said. */
    public Optional<Channel> wayTo(PatientContact contact) {
        if (contact.saying() == Saying.NOTHING) {
            return Optional.empty();
        }
        if (contact.phone() != null && texts.areSent()) {
            return Optional.of(Channel.TEXT_MESSAGE);
        }
        return contact.email() == null ? Optional.empty() : Optional.of(Channel.EMAIL);
    }

    /**
     * Sends it by a way that {@link #wayTo} found. This comes last in a transaction: it can not be undone.
     *
     * @param id under which it is sent again, should this transaction fail after all
     * @throws Undeliverable where nobody takes it
     */
    public void send(UUID id, PatientContact contact, Channel way, Words words) {
        switch (way) {
            case TEXT_MESSAGE -> texts.send(id, present(contact.phone()), words.text());
            case EMAIL -> mail.send(id, present(contact.email()), words.subject(), words.text());
        }
    }

    private static String present(@Nullable String address) {
        return Optional.ofNullable(address).orElseThrow();
    }
}
