package org.stepwell.platform.clinic;

import java.util.Optional;

/** Whoever sends the request at hand; {@code access} knows them. */
public interface Asker {

    /** The clinic, actor and cause of this request, or nothing before the token was read. */
    Optional<ClinicContext.Work> work();
}
