/** How somebody is looked for from whom no check-in came: step by step, each once, until they are heard from. */
@NullMarked
package org.stepwell.aftercare.silence;

import org.jspecify.annotations.NullMarked;
