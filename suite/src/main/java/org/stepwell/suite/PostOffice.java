package org.stepwell.suite;

import java.io.IOException;
import org.stepwell.platform.testing.LocalMail;
import org.stepwell.platform.testing.LocalTextGateway;
import org.stepwell.platform.testing.TextsReceived;

/** Takes what leaves for patients, so that nothing does: mails and text messages end in a folder, to be looked at. */
final class PostOffice implements AutoCloseable {

    private final LocalMail mail;
    private final LocalTextGateway texts;

    private PostOffice(LocalMail mail, LocalTextGateway texts) {
        this.mail = mail;
        this.texts = texts;
    }

    static PostOffice start(Settings settings) throws IOException {
        var ports = settings.ports();
        var mail = LocalMail.start(settings.mails(), ports.of(Door.MAIL));
        try {
            return new PostOffice(mail, LocalTextGateway.start(settings.texts(), ports.of(Door.TEXT_MESSAGES)));
        } catch (IOException e) {
            mail.close();
            throw e;
        }
    }

    /** What both know: it keeps nothing safe that leaves this machine. */
    static String secret() {
        return TextsReceived.SECRET;
    }

    @Override
    public void close() {
        texts.close();
        mail.close();
    }
}
