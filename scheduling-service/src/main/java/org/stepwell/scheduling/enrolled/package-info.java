/** What scheduling keeps of what enrollment says: patients, programs with their rules, episodes. */
@NullMarked
package org.stepwell.scheduling.enrolled;

import org.jspecify.annotations.NullMarked;
