/// What the manifests of `deploy/openshift` must say. They are rendered as `oc apply --kustomize` renders them, read
/// strictly, and held to rules; for each rule something is broken on purpose, and the rule must notice.
///
/// ```
/// deploy/openshift ─kubectl kustomize─▶ Rendering ─▶ Manifest (as text says)
///                                                     ├─▶ StrictReading: fabric8's models, or Unmodelled
///                                                     └─▶ Rule: complaints, and the mutations that it notices
/// ```
@NullMarked
package health.visavis.proof.manifests;

import org.jspecify.annotations.NullMarked;
