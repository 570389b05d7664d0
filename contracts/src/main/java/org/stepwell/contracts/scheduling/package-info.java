/** What scheduling tells the others. */
@NullMarked
package org.stepwell.contracts.scheduling;

import org.jspecify.annotations.NullMarked;
