package org.stepwell.platform.consent;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stepwell.contracts.consent.ConsentEvent;
import org.stepwell.contracts.consent.ConsentEvent.ConsentHeartbeat;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged;
import org.stepwell.contracts.privacy.PrivacyEvent.ConsentApplied;
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;
import org.stepwell.platform.event.Outbox;

/** What every service hears from the consent register: it takes it, and says that it did. */
@Singleton
class ConsentListener implements Listener<ConsentEvent> {

    private final ConsentRegister register;
    private final Outbox outbox;
    private final List<ChangedConsents> changed;
    private final String service;

    ConsentListener(
            ConsentRegister register,
            Outbox outbox,
            @All List<ChangedConsents> changed,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.register = register;
        this.outbox = outbox;
        this.changed = changed;
        this.service = service;
    }

    /** A heartbeat says that everything before it has been heard, of every clinic. */
    @Override
    public boolean inOrderAcrossClinics() {
        return true;
    }

    @Override
    public Class<ConsentEvent> publisher() {
        return ConsentEvent.class;
    }

    @Override
    public void on(ConsentEvent event, Envelope envelope) {
        switch (event) {
            case ConsentHeartbeat heartbeat -> register.beat(heartbeat);
            case ConsentsChanged consents ->
                register.changed(consents).ifPresent(at -> {
                    changed.forEach(one -> one.changed(consents.patient()));
                    outbox.append(new ConsentApplied(service, consents.patient(), consents.version(), at));
                });
        }
    }
}
