extension Stage {
  /// The stage's name for people.
  public var title: Message {
    switch self {
    case .customerAwareness: Message("stage.customer_awareness", "Customer awareness")
    case .brandAwareness: Message("stage.brand_awareness", "Brand awareness")
    case .brandConsideration: Message("stage.brand_consideration", "Brand consideration")
    case .brandPreference: Message("stage.brand_preference", "Brand preference")
    case .purchaseIntention: Message("stage.purchase_intention", "Purchase intention")
    case .purchase: Message("stage.purchase", "Purchase")
    case .customerLoyalty: Message("stage.customer_loyalty", "Customer loyalty")
    case .customerAdvocacy: Message("stage.customer_advocacy", "Customer advocacy")
    }
  }
}
