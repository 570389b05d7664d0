package org.stepwell.enrollment.consent;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.platform.seal.SealedJson;

/** The names behind the recipients of consents, for whoever may read them. */
@Singleton
public class ConsentRecipients {

    private final Consents consents;
    private final SealedJson sealed;

    ConsentRecipients(Consents consents, SealedJson sealed) {
        this.consents = consents;
        this.sealed = sealed;
    }

    /** A recipient as a consent names it; another consent may know the same one by another name. */
    public record Named(ConsentId consent, UUID recipient) {}

    /** The names of the recipients that these consents name. */
    public Map<Named, String> of(Collection<ConsentId> ids) {
        var names = new HashMap<Named, String>();
        for (var consent : consents.list("id in ?1", ids)) {
            var terms = consent.terms();
            var words = consent.words();
            if (terms != null && words != null) {
                var named = sealed.open("consent-words", consent.id().value(), words, Words.class)
                        .recipients();
                for (int i = 0; i < named.size(); i++) {
                    var id = terms.recipients().get(i).id();
                    if (id != null) {
                        names.put(new Named(consent.id(), id), named.get(i).name());
                    }
                }
            }
        }
        return names;
    }
}
