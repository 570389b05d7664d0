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

    /** The names of the recipients that these consents name, by the recipient's id. */
    public Map<UUID, String> of(Collection<ConsentId> ids) {
        var names = new HashMap<UUID, String>();
        for (var consent : consents.list("id in ?1", ids)) {
            var terms = consent.terms();
            var words = consent.words();
            if (terms != null && words != null) {
                var named = sealed.open("consent-words", consent.id().value(), words, Words.class)
                        .recipients();
                for (int i = 0; i < named.size(); i++) {
                    var id = terms.recipients().get(i).id();
                    if (id != null) {
                        names.put(id, named.get(i).name());
                    }
                }
            }
        }
        return names;
    }
}
