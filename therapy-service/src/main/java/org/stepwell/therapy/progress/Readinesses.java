package org.stepwell.therapy.progress;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import org.stepwell.contracts.id.EpisodeId;

/** Who is ready; the database keeps the promise that it is said once. */
@Singleton
class Readinesses implements PanacheRepositoryBase<Readiness, EpisodeId> {}
